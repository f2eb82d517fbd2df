"use client";

import { createContext, type ReactNode, useContext } from "react";

const WornRole = createContext<string | null>(null);

/** The hat that the pages inside were opened in, which their forms send along. */
export function WornRoleProvider({ hatId, children }: { hatId: string; children: ReactNode }) {
  return <WornRole value={hatId}>{children}</WornRole>;
}

export const useWornRole = (): string | null => useContext(WornRole);
