import { anOptionalText, someIds } from "@/lib/schema";

/** Asked before a closure when other referrals are known to be of the same person (T29). */
export const lookFields = {
  lookedAt: someIds("Select the referrals you have read again"),
  secondLook: anOptionalText({ name: "What you looked at again", max: 2000 }),
};
