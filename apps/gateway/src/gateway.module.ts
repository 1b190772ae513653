import { demoNamespace, platformModule, type Platform } from '#platform';
import { loadTaxonomy, Taxonomy } from '#taxonomy';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { GatewayConfig } from './config.js';
import { TaxonomyMovesController } from './taxonomy/taxonomy-moves.controller.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { PublicAddress } from './door/public-address.js';
import { SessionController } from './door/session.controller.js';
import { PartsController } from './health/parts.controller.js';
import { ServiceAddresses } from './health/service-addresses.js';
import { OpenDataServer } from './open-data/open-data-server.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { CrawlersController } from './pages/crawlers.controller.js';
import { PageRenderer } from './pages/page-renderer.js';
import { PagesController } from './pages/pages.controller.js';
import { SavedSearchesController } from './pages/saved-searches.controller.js';
import { SearchAnswers } from './pages/search-answers.js';
import { Principals } from './session/principals.js';
import { Sessions } from './session/session.js';
import { Oidc } from './sign-in/oidc.js';
import { SignInController } from './sign-in/sign-in.controller.js';

class GatewayModule {}

export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly platform: Platform;
  readonly address: PublicAddress;
  readonly principals: Principals;
  readonly sessions: Sessions;
  /** Null where no open data is served. */
  readonly openData: OpenDataServer | null;
}

export function gatewayModule({
  config,
  platform,
  address,
  principals,
  sessions,
  openData,
}: GatewayParts): DynamicModule {
  const oidc = new Oidc({
    issuer: config.issuer,
    clientId: config.OIDC_CLIENT_ID,
    clientSecret: config.OIDC_CLIENT_SECRET,
    rolesClaim: config.OIDC_ROLES_CLAIM,
    namespace: config.OIDC_ISSUER ?? demoNamespace,
    redirectUri: `${address.origin}/auth/callback`,
    internalUrl: config.OIDC_ISSUER ? undefined : config.DEMO_OIDC_URL,
  });
  return {
    module: GatewayModule,
    imports: [DiscoveryModule, platformModule(platform)],
    controllers: [
      SignInController,
      SessionController,
      DeadLettersController,
      TaxonomyMovesController,
      PartsController,
      OpenApiController,
      CrawlersController,
      SavedSearchesController,
      PagesController,
    ],
    providers: [
      { provide: PublicAddress, useValue: address },
      { provide: Principals, useValue: principals },
      { provide: Sessions, useValue: sessions },
      { provide: Oidc, useValue: oidc },
      {
        provide: ServiceAddresses,
        useValue: new ServiceAddresses({
          profile: config.PROFILE_URL,
          vacancy: config.VACANCY_URL,
          matching: config.MATCHING_URL,
        }),
      },
      { provide: Taxonomy, useValue: loadTaxonomy(config.TAXONOMY) },
      PageRenderer,
      SearchAnswers,
      ...(openData ? [{ provide: OpenDataServer, useValue: openData }] : []),
    ],
  };
}
