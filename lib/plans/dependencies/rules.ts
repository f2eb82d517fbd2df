/** Who waits for whom. */
export type Wait = { actionId: string; needsId: string };

/** All that must be done before this action can be, however far back. */
export function allBefore(actionId: string, waits: readonly Wait[]): Set<string> {
  const before = new Set<string>();
  const asked = [actionId];
  for (let one = asked.pop(); one; one = asked.pop())
    for (const { actionId: waiting, needsId } of waits)
      if (waiting === one && !before.has(needsId)) {
        before.add(needsId);
        asked.push(needsId);
      }
  return before;
}

/** Whether waiting for another would close a circle. The database keeps the same rule by itself. */
export const closesCircle = ({ actionId, needsId }: Wait, waits: readonly Wait[]): boolean =>
  actionId === needsId || allBefore(needsId, waits).has(actionId);
