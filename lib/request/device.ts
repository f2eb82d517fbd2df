import "server-only";

import { newToken } from "@/lib/crypto/vault";
import { cookieName, readSealedCookie, setSealedCookie } from "@/lib/request/session";

// A device that has signed in to an account before. Knowing it opens nothing: it only means that
// what strangers get wrong elsewhere is not held against it.

const halfYear = 180 * 24 * 3_600;
const mostAccounts = 5;
const name = () => cookieName("-device");

async function readDevice(): Promise<{ device: string; accounts: string[] } | null> {
  const token = await readSealedCookie(name());
  if (typeof token?.device !== "string" || !Array.isArray(token.accounts)) return null;
  return {
    device: token.device,
    accounts: token.accounts.filter((one) => typeof one === "string"),
  };
}

/** The device's own number, if this account has signed in on it. */
export async function deviceOf(account: string): Promise<string | null> {
  const known = await readDevice();
  return known?.accounts.includes(account) ? known.device : null;
}

export async function rememberDevice(account: string): Promise<void> {
  const known = await readDevice();
  const others = (known?.accounts ?? []).filter((one) => one !== account);
  const accounts = [account, ...others].slice(0, mostAccounts);
  await setSealedCookie(name(), { device: known?.device ?? newToken(), accounts }, halfYear);
}
