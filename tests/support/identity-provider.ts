import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// An issuer on this machine that believes whatever a test tells it to say.
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: object): string {
  const body = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${createSign("RSA-SHA256").update(body).sign(privateKey, "base64url")}`;
}

export async function startProvider(clientId: string) {
  let claims: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    const say = (body: object) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(body));
    };
    const now = Math.floor(Date.now() / 1_000);
    if (request.url?.startsWith("/.well-known"))
      say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    else if (request.url === "/keys")
      say({
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }],
      });
    else
      say({
        token_type: "Bearer",
        access_token: "not used",
        id_token: signed({
          iss: issuer,
          aud: clientId,
          sub: "1",
          iat: now,
          exp: now + 60,
          ...claims,
        }),
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    says: (what: Record<string, unknown>) => {
      claims = what;
    },
    stop: () => server.close(),
  };
}
