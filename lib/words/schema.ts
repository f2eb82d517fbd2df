import { anOptionalText, aText } from "@/lib/schema";
import { namesNobody, namesSomebody } from "@/lib/words/rules";

/** CT-04: words about a place, its people in general and what is done for them, and about nobody in particular. */
export const aTextAboutNobody = (about: Parameters<typeof aText>[0]) =>
  aText(about).refine((words) => !namesSomebody(words), namesNobody);

/** The same where nothing need be said. */
export const anOptionalTextAboutNobody = (about: Parameters<typeof anOptionalText>[0]) =>
  anOptionalText(about).refine((words) => !words || !namesSomebody(words), namesNobody);
