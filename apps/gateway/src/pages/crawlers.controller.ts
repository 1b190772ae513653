import { vacancyInternalApi } from '#contracts';
import { asService, notFound, ServiceClient } from '#platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { OpenToAll } from '../door/open-to-all.js';
import { PublicAddress } from '../door/public-address.js';
import { addresses, vacancyAddress } from '#site';

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** Vacancies are parted by the first digit of their ids: a file may hold 50,000 addresses, and each vacancy has two. */
const digits = [...'0123456789abcdef'];

/** What search engines ask for. */
@Controller()
export class CrawlersController {
  constructor(
    private readonly address: PublicAddress,
    private readonly client: ServiceClient,
  ) {}

  @Get('robots.txt')
  @OpenToAll()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  robots(): string {
    return `User-agent: *\nDisallow: /app\nDisallow: /auth\nDisallow: /oidc\nDisallow: /api\n\nSitemap: ${this.address.origin}/sitemap.xml\n`;
  }

  @Get('sitemap.xml')
  @OpenToAll()
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  index(): string {
    const files = ['pages', ...digits].map(
      (name) => `<sitemap><loc>${this.address.origin}/sitemaps/${name}.xml</loc></sitemap>`,
    );
    return `${xml}<sitemapindex ${namespace}>\n${files.join('\n')}\n</sitemapindex>\n`;
  }

  @Get('sitemaps/pages.xml')
  @OpenToAll()
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  pages(): string {
    return this.urls(Object.values(addresses).flatMap(({ sv, en }) => [{ path: sv }, { path: en }]));
  }

  /** Open vacancies, but for invented ones. */
  @Get('sitemaps/:digit.xml')
  @OpenToAll()
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  async vacancies(@Param('digit') digit: string): Promise<string> {
    const query = vacancyInternalApi.openVacancies.query.safeParse({ digit });
    if (!query.success) throw notFound();
    const { items } = await this.client.call(vacancyInternalApi.openVacancies, asService('gateway'), {
      query: query.data,
    });
    return this.urls(
      items
        .filter(({ demo }) => !demo)
        .flatMap(({ id, updatedAt }) =>
          (['sv', 'en'] as const).map((language) => ({ path: vacancyAddress(language, id), changed: updatedAt })),
        ),
    );
  }

  private urls(entries: readonly { path: string; changed?: string }[]): string {
    const urls = entries.map(
      ({ path, changed }) =>
        `<url><loc>${this.address.origin}${path}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
    );
    return `${xml}<urlset ${namespace}>\n${urls.join('\n')}\n</urlset>\n`;
  }
}
