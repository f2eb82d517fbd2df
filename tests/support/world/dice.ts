/** Dice that fall the same way each time, so that a world that fails can be made again. */
export function dice(seed: number) {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    const mixed = state ^ (state + Math.imul(state ^ (state >>> 7), state | 61));
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance = (likely: number) => next() < likely;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[], likely: number) => from.filter(() => chance(likely));
  return { chance, pick, some };
}

export type Dice = ReturnType<typeof dice>;
