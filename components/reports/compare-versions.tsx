import { Button } from "@/components/form/button";
import { SelectField } from "@/components/form/select-field";

type Props = { action: string; numbers: number[]; from: number | null; to: number | null };

/** Any two of the versions that were frozen. */
export function CompareVersions({ action, numbers, from, to }: Props) {
  const options = numbers.map((number) => ({ value: `${number}`, label: `Version ${number}` }));
  return (
    <form className="app-form app-inline-filter app-no-print" method="get" action={action}>
      <SelectField
        name="from"
        label="From"
        prompt={null}
        options={options}
        defaultValue={from === null ? undefined : `${from}`}
      />
      <SelectField
        name="to"
        label="To"
        prompt={null}
        options={options}
        defaultValue={to === null ? undefined : `${to}`}
      />
      <Button variant="secondary">Compare</Button>
    </form>
  );
}
