import { gatewayConfig } from './config.js';

const secret = 'a secret of at least thirty-two characters';
const environment = {
  DATABASE_URL: 'postgres://role:password@localhost/gateway',
  PROFILE_URL: 'http://localhost:3001',
  VACANCY_URL: 'http://localhost:3002/',
  MATCHING_URL: 'http://localhost:3003',
  SERVICE_TOKEN_SECRET: secret,
  SESSION_SECRET: secret,
  OIDC_CLIENT_SECRET: 'client',
};

describe('the gateway’s settings', () => {
  it('give the public address and the provider where nothing is said of them', () => {
    expect(gatewayConfig({ ...environment, PORT: '8080' })).toMatchObject({
      publicUrl: 'http://127.0.0.1:8080',
      issuer: 'http://127.0.0.1:8080/oidc',
      VACANCY_URL: 'http://localhost:3002',
    });
    const named = gatewayConfig({
      ...environment,
      PUBLIC_URL: 'https://jobb.example.se/',
      OIDC_ISSUER: 'https://id.example.se',
    });
    expect(named).toMatchObject({ publicUrl: 'https://jobb.example.se', issuer: 'https://id.example.se' });
  });

  it('that are wrong are told by name', () => {
    const message = (over: Record<string, string | undefined>): string => {
      try {
        gatewayConfig({ ...environment, ...over });
        return 'taken';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message({ PUBLIC_URL: 'https://example.se/jobb' })).toMatch(
      /^PUBLIC_URL: must have no path; it is the address that people open/,
    );
    expect(message({ SESSION_SECRET: undefined })).toMatch(/^SESSION_SECRET: is not set; it is the secret that signs/);
    expect(message({ OPERATOR_TOKEN: 'short' })).toMatch(/^OPERATOR_TOKEN: must have at least 32 characters/);
    expect(
      message({ RATE_LIMIT: '-1', TRUST_PROXY: 'x' })
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['RATE_LIMIT', 'TRUST_PROXY']);
  });
});
