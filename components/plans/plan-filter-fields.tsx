import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import { ragLabels, workstreamLabels } from "@/lib/plans/labels";
import type { PlanAddress } from "@/lib/plans/schema";

type Named = { id: string; name: string };
type Props = {
  chosen: PlanAddress;
  themes: { id: string; title: string }[];
  owners: Named[];
  areas: Named[];
};

/** What a plan may be narrowed to. */
export function PlanFilterFields({ chosen, themes, owners, areas }: Props) {
  return (
    <>
      <SelectField
        name="theme"
        label="Theme"
        prompt="All themes"
        defaultValue={chosen.theme}
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name="rag"
        label="How it stands"
        prompt="All"
        defaultValue={chosen.rag}
        options={ragLabels}
      />
      <SelectField
        name="organisation"
        label="Led by"
        prompt="All organisations"
        defaultValue={chosen.organisation}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="workstream"
        label="Workstream"
        prompt="All workstreams"
        defaultValue={chosen.workstream}
        options={workstreamLabels}
      />
      {areas.length > 1 && (
        <SelectField
          name="area"
          label="Area"
          prompt="All areas"
          defaultValue={chosen.area}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <CheckboxField
        name="overdue"
        label="Overdue only"
        small
        defaultValue={chosen.overdue ? ["yes"] : []}
      />
    </>
  );
}
