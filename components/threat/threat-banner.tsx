import { Link } from "@/components/ui/link";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ThreatLevel, threatLevels, threatMeanings } from "@/lib/threat/labels";

type Props = { level: { level: ThreatLevel; setDay: string } | null };

/** The national threat level, in a word and in what the word means (4.1). It says nothing of this area. */
export function ThreatBanner({ level }: Props) {
  return (
    <InsetText>
      {level ? (
        <>
          The national threat level is{" "}
          <Link href="/plan/threat-level">{threatLevels[level.level].toLowerCase()}</Link>:{" "}
          {threatMeanings[level.level]}. Set on <Time day={level.setDay} />.
        </>
      ) : (
        <>
          Nobody has written down the <Link href="/plan/threat-level">national threat level</Link>{" "}
          yet.
        </>
      )}
    </InsetText>
  );
}
