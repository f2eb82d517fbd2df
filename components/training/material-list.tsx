import { Link } from "@/components/ui/link";
import { Details, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

type Material = {
  id: string;
  title: string;
  link: string | null;
  bodyText: string | null;
  withdrawnBecause: string | null;
  withdrawnAt: Date | null;
};
type Props = { materials: readonly Material[]; mayWithdraw: boolean };

/** What was shown or given out: a link, or the text itself. What was taken back says why. */
export function MaterialList({ materials, mayWithdraw }: Props) {
  if (materials.length === 0) return <p className="govuk-body">Nothing has been added yet.</p>;
  return materials.map((material) => (
    <div key={material.id}>
      <Shown {...material} />
      {mayWithdraw && !material.withdrawnAt && (
        <p className="govuk-body-s app-no-print">
          <Link href={`/training/materials/${material.id}`}>
            Take it back<span className="govuk-visually-hidden">: {material.title}</span>
          </Link>
        </p>
      )}
    </div>
  ));
}

function Shown({ title, link, bodyText, withdrawnBecause, withdrawnAt }: Material) {
  if (withdrawnAt)
    return (
      <p className="govuk-body">
        {title}: taken back on <Time at={withdrawnAt} />. {withdrawnBecause}
      </p>
    );
  if (link)
    return (
      <p className="govuk-body">
        <a className="govuk-link" href={link} rel="noreferrer noopener">
          {title}
        </a>
      </p>
    );
  return (
    <Details summary={title}>
      <Paragraphs text={bodyText} />
    </Details>
  );
}
