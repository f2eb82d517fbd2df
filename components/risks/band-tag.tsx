import { Tag } from "@/components/ui/tag";
import { type Band, bandLabels } from "@/lib/risks/labels";

const colours = {
  low: "green",
  medium: "yellow",
  high: "orange",
  very_high: "red",
} as const satisfies Record<Band, string>;

/** A product and its band as a number and a word: the colour says nothing that they do not. */
export function BandTag({ band, product }: { band: Band; product: number }) {
  return (
    <span className="whitespace-nowrap">
      <Tag colour={colours[band]}>
        {product} {bandLabels[band]}
      </Tag>
    </span>
  );
}
