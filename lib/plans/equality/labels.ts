/** The characteristics that the Equality Act 2010 protects. */
export const characteristicLabels = {
  age: "Age",
  disability: "Disability",
  gender_reassignment: "Gender reassignment",
  marriage: "Marriage and civil partnership",
  pregnancy: "Pregnancy and maternity",
  race: "Race",
  religion: "Religion or belief",
  sex: "Sex",
  sexual_orientation: "Sexual orientation",
} as const;
export type Characteristic = keyof typeof characteristicLabels;

export const equalityDoneLabels = {
  equality_saved: "The equality impact assessment has been saved",
  equality_signed: "The equality impact assessment is complete",
} as const;
