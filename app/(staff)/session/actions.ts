"use server";

import * as door from "@/lib/request/sign-in";

export const signOut = door.signOut;
export const staySignedIn = door.staySignedIn;
