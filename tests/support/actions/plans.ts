import { type Acts, keeper } from "./acts";

export const plans: Acts = {
  addTheme: { opens: keeper, fill: ({ plan }) => ({ planId: plan.id, title: "Training" }) },
};
