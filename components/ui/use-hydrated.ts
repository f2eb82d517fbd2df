"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts have taken over, for what is no use without them. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
