import "server-only";

import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";

import { env } from "@/lib/env";

// The one place that knows the primitives. Sealed bytes: version (4), nonce (12), tag (16), text.

const masterKeys = (): Map<number, Buffer> =>
  new Map(
    env()
      .CASEBOOK_KEYS.split(",")
      .map((part) => {
        const [version = "", key = ""] = part.split(":");
        return [Number(version), Buffer.from(key, "base64")];
      }),
  );

function encrypt(key: Buffer, version: number, plain: Buffer, place: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(version);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(4, 16));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(16, 32));
  return Buffer.concat([decipher.update(bytes.subarray(32)), decipher.final()]);
}

const versionOf = (sealed: Uint8Array): number => Buffer.from(sealed).readUInt32BE(0);

function masterKey(version: number): Buffer {
  const key = masterKeys().get(version);
  if (!key) throw new Error(`Key version ${version} is not among CASEBOOK_KEYS`);
  return key;
}

const newest = (): number => Math.max(...masterKeys().keys());

/** A new key for one referral and its case, wrapped by the newest key from outside the database. */
export function newDataKey(id: string): { wrapped: Uint8Array<ArrayBuffer>; version: number } {
  const version = newest();
  return {
    wrapped: bytesOf(
      encrypt(masterKey(version), version, randomBytes(32), `data_keys.wrapped.${id}`),
    ),
    version,
  };
}

/** The bytes as the database client wants them. */
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer);

export type DataKey = { id: string; wrapped: Uint8Array };

const unwrap = ({ id, wrapped }: DataKey): Buffer =>
  decrypt(masterKey(versionOf(wrapped)), wrapped, `data_keys.wrapped.${id}`);

/** Seals bytes under a case's own key. The place ("table.column.rowId") is bound in, so that a value cannot be moved. */
export const seal = (key: DataKey, place: string, plain: Uint8Array | string) =>
  bytesOf(encrypt(unwrap(key), 1, Buffer.from(plain as string), place));

/** Opens what seal closed. Throws if the key, the place or a single bit differs. */
export const open = (key: DataKey, place: string, sealed: Uint8Array): Buffer =>
  decrypt(unwrap(key), sealed, place);

/** Seals something that belongs to no case, such as the seed of a second factor. */
export const sealPlain = (place: string, plain: string) =>
  bytesOf(encrypt(masterKey(newest()), newest(), Buffer.from(plain), place));

export const openPlain = (place: string, sealed: Uint8Array): string =>
  decrypt(masterKey(versionOf(sealed)), sealed, place).toString();

/** A keyed hash from which no id can be read back by trying ids. */
export const keyedHash = (value: string): string =>
  createHmac("sha256", env().CASEBOOK_HASH_KEY).update(value).digest("hex");

export const sha256 = (value: string | Uint8Array): string =>
  createHash("sha256").update(value).digest("hex");

/** 80 random bits to be written down and typed by hand: "k3vq-…", without letters that look alike. */
export const newCode = (): string =>
  [...randomBytes(16)]
    .map((byte) => "abcdefghjkmnpqrstuvwxyz234567890".charAt(byte & 31))
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");

/** 32 random bytes for a session, and the hash that is stored instead of them. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  bytesOf(createHash("sha256").update(token).digest());
