// Whole pence, always: a number that is safe up to far more than any line holds, and a bigint in the database.

/** No amount of a form is larger: ten billion pounds, less a penny. */
export const mostPence = 999_999_999_999;

const pounds = new Intl.NumberFormat("en-GB");

/** "£1,234.05", and "−£20.00" for what is less than nothing. */
export function formatPence(pence: number): string {
  const whole = Math.abs(pence);
  const amount = `£${pounds.format(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, "0")}`;
  return pence < 0 ? `−${amount}` : amount;
}

/** As a form or a spreadsheet has it: "1234.05". */
export function plainPence(pence: number): string {
  const whole = Math.abs(pence);
  const amount = `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
  return pence < 0 ? `-${amount}` : amount;
}
