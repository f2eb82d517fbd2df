"use server";

import * as door from "@/lib/request/sign-in";

export const signIn = door.signIn;
