"use server";

import * as door from "@/lib/request/sign-in";

export const chooseHat = door.chooseHat;
