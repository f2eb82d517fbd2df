"use server";

import * as factor from "@/lib/request/factor";
import * as door from "@/lib/request/sign-in";

export const signIn = door.signIn;
export const enterCode = factor.enterCode;
export const enterRecoveryCode = factor.enterRecoveryCode;
export const confirmFactor = factor.confirmFactor;
export const keepRecoveryCodes = factor.keepRecoveryCodes;
