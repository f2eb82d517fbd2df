/** Runs once, before the first request is taken. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startSafely } = await import("@/lib/request/start");
  await startSafely();
}
