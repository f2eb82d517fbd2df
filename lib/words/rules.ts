/** What looks like somebody: a title and a name, an address for mail, a telephone, a birth, a house (CT-04). */
const ofSomebody = [
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Imam|Sheikh|Rev|Cllr|Councillor|PC|DC|DS|DI|Sgt)\.?\s+(?!of\b)\p{Lu}\p{L}+/u,
  /@[\w-]{1,63}\.\w/,
  /(?:\+44|\b0)\d[\d ]{8,12}\b/,
  /\b(?:born (?:on|in)|date of birth|d\.?o\.?b\.?)\b/i,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/,
  /\b(?:called|named|known as)\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u,
];

/** No field takes more: what is longer is refused for its length, and not read. */
const longest = 10_000;

/** Whether words look as if they were about somebody in particular. It catches slips, and replaces no reader. */
export const namesSomebody = (words: string): boolean =>
  ofSomebody.some((pattern) => pattern.test(words.slice(0, longest)));

export const namesNobody =
  "Take out what could point to a person: names, dates of birth, addresses, emails and telephone numbers (CT-04)";
