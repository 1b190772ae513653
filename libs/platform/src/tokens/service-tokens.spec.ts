import type { Principal } from '#contracts';
import { SignJWT, UnsecuredJWT } from 'jose';
import { accountSubject } from './account-subject.js';
import { ServiceTokens } from './service-tokens.js';

const secret = 'a secret of at least thirty-two characters';
const key = new TextEncoder().encode(secret);
const tokens = new ServiceTokens(secret);
const principal: Principal = {
  subject: 'somebody',
  roles: ['employer', 'officer'],
  employerIds: ['0191a0d0-0000-7000-8000-000000000001'],
};
const refused = { type: 'not-signed-in' };
const claims = { roles: ['operator'], employerIds: [] };
const signed = (make: (token: SignJWT) => SignJWT, by = key, alg = 'HS256'): Promise<string> =>
  make(
    new SignJWT(claims)
      .setProtectedHeader({ alg })
      .setIssuer('rallare')
      .setAudience('profile')
      .setSubject('somebody')
      .setIssuedAt()
      .setExpirationTime('60s'),
  ).sign(by);

describe('a service token', () => {
  it('says who asks, to the one service that it is for', async () => {
    const token = await tokens.mint(principal, 'profile');
    expect(await tokens.verify(token, 'profile')).toEqual(principal);
    for (const service of ['vacancy', 'matching', 'gateway'] as const)
      await expect(tokens.verify(token, service)).rejects.toMatchObject(refused);
  });

  it('is taken as the tests below make it, so that they refuse what they change', async () => {
    expect(await tokens.verify(await signed((token) => token), 'profile')).toMatchObject({ subject: 'somebody' });
  });

  it('is refused when it is missing, torn or signed by another', async () => {
    const token = await tokens.mint(principal, 'profile');
    const [head, body, signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'x', aud: 'profile', iss: 'rallare' })).toString(
      'base64url',
    );
    for (const one of [undefined, '', 'x', `${head}.${body}`, `${head}.${forged}.${signature}`, `${head}.${body}.`])
      await expect(tokens.verify(one, 'profile')).rejects.toMatchObject(refused);
    const other = new ServiceTokens(`${secret}!`);
    await expect(other.verify(token, 'profile')).rejects.toMatchObject(refused);
  });

  it('is refused without a signature, and by another algorithm', async () => {
    const none = new UnsecuredJWT(claims)
      .setIssuer('rallare')
      .setAudience('profile')
      .setSubject('somebody')
      .setIssuedAt()
      .setExpirationTime('60s')
      .encode();
    await expect(tokens.verify(none, 'profile')).rejects.toMatchObject(refused);
    const long = new TextEncoder().encode(secret.repeat(2));
    const hs512 = await signed((token) => token, long, 'HS512');
    await expect(new ServiceTokens(secret.repeat(2)).verify(hs512, 'profile')).rejects.toMatchObject(refused);
  });

  it('is refused when it is old, even if it says that it lasts', async () => {
    const now = Math.floor(Date.now() / 1000);
    const expired = await signed((token) => token.setIssuedAt(now - 120).setExpirationTime(now - 60));
    const lasting = await signed((token) => token.setIssuedAt(now - 120).setExpirationTime(now + 3600));
    const early = await signed((token) => token.setIssuedAt(now + 600).setExpirationTime(now + 660));
    for (const token of [expired, lasting, early])
      await expect(tokens.verify(token, 'profile')).rejects.toMatchObject(refused);
  });

  it('is refused when it is of another issuer or says nothing of who', async () => {
    for (const token of [
      await signed((one) => one.setIssuer('somebody else')),
      await signed((one) => one.setSubject('')),
      await new SignJWT({ roles: ['emperor'], employerIds: [] })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('rallare')
        .setAudience('profile')
        .setSubject('x')
        .setIssuedAt()
        .setExpirationTime('60s')
        .sign(key),
    ])
      await expect(tokens.verify(token, 'profile')).rejects.toMatchObject(refused);
  });
});

describe('an account’s pseudonym', () => {
  it('is the same for the same account, another for another and for another provider, and does not show it', () => {
    const one = accountSubject('https://id.example', '199001011234');
    expect(accountSubject('https://id.example', '199001011234')).toBe(one);
    expect(accountSubject('https://id.example', '199001011235')).not.toBe(one);
    expect(accountSubject('https://other.example', '199001011234')).not.toBe(one);
    expect(one).toMatch(/^[\w-]{32}$/);
    expect(one).not.toContain('1990');
  });
});
