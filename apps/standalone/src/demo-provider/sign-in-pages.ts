import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { DemoAccount } from '../demo/demo-region.js';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (accounts: readonly DemoAccount[], action: string): string => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Logga in – Rallare demo</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/assets/rallare.css"></head>
<body class="sign-in"><main>
<h1>Vem är du i dag? <span lang="en">Who are you today?</span></h1>
<p>Demoregionens personer och arbetsgivare är påhittade. <span lang="en">The people and employers of the demo region are invented.</span></p>
<form method="post" action="${action}"><ul class="people">
${accounts
  .map(
    ({ id, name, sees }) => `<li><button name="account" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong>
<span>${escapeHtml(sees.sv)}</span><span lang="en">${escapeHtml(sees.en)}</span></button></li>`,
  )
  .join('\n')}
</ul></form></main></body></html>`;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) break;
  }
  return new URLSearchParams(body);
}

/** The page on which a demo person is chosen. Resolves to false where the address is the provider's own. */
export function signInPages(provider: Provider, accounts: readonly DemoAccount[], mount: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url === '/sign-in/submit.js') {
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end("document.querySelector('button[name=logout]').click();\n");
      return true;
    }
    const uid = /^\/sign-in\/([A-Za-z0-9_-]+)$/.exec(request.url ?? '')?.[1];
    if (!uid) return false;
    try {
      await provider.interactionDetails(request, response);
      if (request.method !== 'POST') {
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
          .end(page(accounts, `${mount}/sign-in/${uid}`));
        return true;
      }
      const accountId = (await formOf(request)).get('account') ?? '';
      if (!accounts.some(({ id }) => id === accountId)) throw new Error('unknown account');
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId } },
        { mergeWithLastSubmission: false },
      );
    } catch {
      response.writeHead(303, { location: '/' }).end();
    }
    return true;
  };
}
