// Sends requests for a second at a time, checks every answer, and reads what it cost from the kernel.
import { readdirSync, readFileSync } from "node:fs";

export type Call = () => Promise<{ status: number; text: string }>;
export type Slice = { times: number[]; wrong: number; cpu: number; postgres: number };

const ticks = 100;
const statOf = (pid: string) => {
  try {
    const [, ...rest] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    return rest.join(") ").split(" ");
  } catch {
    return null; // it has just ended
  }
};

/** Milliseconds of processor time that a process and everything it started have used. */
export function cpuOf(root: number): number {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, stat: statOf(pid) }));
  const below = (pid: string): number =>
    stats
      .filter(({ stat }) => stat?.[1] === pid)
      .reduce((sum, child) => sum + own(child.stat) + below(child.pid), 0);
  const own = (stat: string[] | null) =>
    stat ? ((Number(stat[11]) + Number(stat[12])) * 1_000) / ticks : 0;
  const found = statOf(String(root));
  // What has ended meanwhile is counted with whoever started it.
  const ended = found ? ((Number(found[13]) + Number(found[14])) * 1_000) / ticks : 0;
  return own(found) + ended + below(String(root));
}

/** Resident memory of a process, in megabytes. */
export const memoryOf = (pid: number): number =>
  Math.round(
    Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1_024,
  );

type Wish = { call: Call; marker: string; pid: number; postgres: number; together?: number };

/** One second of requests, a few at a time. */
export async function slice({ call, marker, pid, postgres, together = 4 }: Wish): Promise<Slice> {
  const [cpuBefore, postgresBefore] = [cpuOf(pid), cpuOf(postgres)];
  const times: number[] = [];
  let wrong = 0;
  const until = performance.now() + 1_000;
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      const { status, text } = await call();
      times.push(performance.now() - from);
      if (status >= 400 || !text.includes(marker)) wrong++;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return { times, wrong, cpu: cpuOf(pid) - cpuBefore, postgres: cpuOf(postgres) - postgresBefore };
}

export const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
