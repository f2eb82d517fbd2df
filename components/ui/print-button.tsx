"use client";

import { Button } from "@/components/form/button";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Without script, the browser's own menu prints. */
export function PrintButton() {
  const isHydrated = useHydrated();
  if (!isHydrated)
    return <p className="govuk-body app-no-print">Use your browser to print this.</p>;
  return (
    <Button type="button" variant="secondary" onClick={() => window.print()}>
      Print
    </Button>
  );
}
