// Identity providers are configured whole or refused with what is wrong (P11).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIdentityProviders } from './parse-providers.ts';

function parse(env: Record<string, string>, production = true) {
  const wrong: string[] = [];
  const found = parseIdentityProviders(env, production, (name) => wrong.push(name));
  return { wrong, found };
}
const whole = {
  PORTICO_OIDC_CITY_HALL_ISSUER: 'https://id.example.com',
  PORTICO_OIDC_CITY_HALL_CLIENT_ID: 'portico',
  PORTICO_OIDC_CITY_HALL_CLIENT_SECRET: 's',
};

test('[P11] several providers, each with name, issuer and client; none where none is set', () => {
  assert.equal(parse({}).found, undefined);
  const { found, wrong } = parse({
    ...whole,
    PORTICO_OIDC_CITY_HALL_NAME: '市政厅|City hall',
    PORTICO_OIDC_B_ISSUER: 'https://b.example.com/x',
    PORTICO_OIDC_B_CLIENT_ID: 'p',
    PORTICO_OIDC_B_CLIENT_SECRET: 'q',
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    found?.map((one) => [one.id, one.name.en, one.issuer]),
    [
      ['city-hall', 'City hall', 'https://id.example.com'],
      ['b', 'b', 'https://b.example.com/x'],
    ],
  );
});

test('[P11] plain http in production, an address with more than a path, a missing client are named', () => {
  const of = (issuer: string, production = true) =>
    parse({ ...whole, PORTICO_OIDC_CITY_HALL_ISSUER: issuer }, production).wrong;
  assert.deepEqual(of('http://id.example.com'), ['PORTICO_OIDC_CITY_HALL_ISSUER']);
  assert.deepEqual(of('http://127.0.0.1:9', false), []);
  for (const issuer of ['https://id.example.com/?x=1', 'https://a@id.example.com', 'id.example.com'])
    assert.deepEqual(of(issuer), ['PORTICO_OIDC_CITY_HALL_ISSUER'], issuer);
  const { PORTICO_OIDC_CITY_HALL_CLIENT_SECRET: _, ...half } = whole;
  assert.deepEqual(parse(half).wrong, ['PORTICO_OIDC_CITY_HALL_CLIENT_SECRET']);
});
