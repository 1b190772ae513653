// Somebody of the demo region, signed in as a browser does it: redirects and cookies by hand, since fetch keeps none.

/** @returns an `api(method, path, body)` in that person's session, and with it `ask(address)`, which gives the response as it came, and `cookie()`, what a request of one's own shows. */
export async function signedIn(url, account) {
  const jar = new Map();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (address, init = {}) => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie: cookie() },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return response;
  };
  const follow = async (address, init) => {
    let response = await ask(address, init);
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      if (hops > 8) throw new Error(`too many redirects from ${address}`);
      await response.arrayBuffer();
      response = await ask(new URL(response.headers.get('location'), response.url));
    }
    return response;
  };
  const page = await (await follow('/auth/sign-in')).text();
  const action = /action="([^"]+)"/.exec(page)?.[1];
  if (!action) throw new Error('there is no sign-in page');
  await follow(action, { method: 'POST', body: new URLSearchParams({ account }) });
  const session = await (await ask('/api/session')).json();
  if (!session.signedIn) throw new Error(`${account} is not signed in`);
  const api = async (method, path, body) => {
    const response = await ask(`/api${path}`, {
      method,
      headers: { 'x-csrf-token': session.csrfToken, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return Object.assign(api, { ask, cookie });
}
