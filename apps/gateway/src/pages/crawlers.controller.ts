import { vacancyApi } from '#contracts';
import { anonymous, ServiceClient } from '#platform';
import { Controller, Get, Header } from '@nestjs/common';
import { OpenToAll } from '../door/open-to-all.js';
import { PublicAddress } from '../door/public-address.js';
import { addresses, vacancyAddress } from './addresses.js';

const pageSize = 100;
/** A sitemap may list 50,000 addresses; each vacancy has two. Search pages 10,000 at most. */
const mostVacancies = 10_000;

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
  async sitemap(): Promise<string> {
    const paths: string[] = Object.values(addresses).flatMap(({ sv, en }) => [sv, en]);
    for (let offset = 0; offset < mostVacancies; offset += pageSize) {
      const { items, total } = await this.client.call(vacancyApi.searchVacancies, anonymous, {
        query: { sort: 'newest', limit: pageSize, offset },
      });
      for (const { id, demo } of items) if (!demo) paths.push(vacancyAddress('sv', id), vacancyAddress('en', id));
      if (offset + pageSize >= total) break;
    }
    const urls = paths.map((path) => `<url><loc>${this.address.origin}${path}</loc></url>`).join('\n');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`;
  }
}
