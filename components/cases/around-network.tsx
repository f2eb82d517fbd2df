import { circles, type Relation, relations } from "@/lib/cases/around/labels";
import { circleOf, type Placed, placeAround } from "@/lib/cases/around/rules";

type Around = { id: string; name: string; relation: Relation; livesWith: boolean };

const width = 720;
const height = 440;
const centre = { x: width / 2, y: height / 2 };
/** From the charts' palette, by circle. The shape says the same to whoever sees no colour. */
const colors = {
  family: "#12436D",
  school: "#28A197",
  professional: "#801650",
  other: "#F46A25",
} as const;

// Somebody without a mouse must be able to reach what scrolls.
const scrollRegion = (label: string) => ({ role: "group", tabIndex: 0, "aria-label": label });

/** Who is around the person, drawn. The list beside it says all of it, and more. */
export function AroundNetwork({ people, listId }: { people: readonly Around[]; listId: string }) {
  const placed = placeAround(people, { centre, across: 270, up: 165 });
  const label = `${people.length} ${people.length === 1 ? "person" : "people"} around the person`;
  return (
    <figure className="app-figure">
      <div className="app-figure__scroll" {...scrollRegion(`${label}: drawing`)}>
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          aria-describedby={listId}
          fontSize="14"
        >
          {placed.map(({ id, x, y, livesWith }) => (
            <line
              key={id}
              x1={centre.x}
              y1={centre.y}
              x2={x}
              y2={y}
              stroke="#505a5f"
              strokeWidth={livesWith ? 3 : 1.5}
              strokeDasharray={livesWith ? undefined : "5 5"}
            />
          ))}
          <circle cx={centre.x} cy={centre.y} r="38" fill="#0b0c0c" />
          <text x={centre.x} y={centre.y + 5} textAnchor="middle" fill="#ffffff" fontWeight="bold">
            Person
          </text>
          {placed.map((around) => (
            <Somebody key={around.id} {...around} />
          ))}
        </svg>
      </div>
      <figcaption className="govuk-body-s">
        A thick line: lives with the person. A dashed line: lives elsewhere. {legend}
      </figcaption>
    </figure>
  );
}

const legend = `A circle: ${circles.family.toLowerCase()}. A square: ${circles.school.toLowerCase()}. A diamond: ${circles.professional.toLowerCase()}. A ring: ${circles.other.toLowerCase()}.`;

/** Whoever stands above the person has their name above, where no line runs through it. */
function Somebody({ name, relation, x, y }: Placed<Around>) {
  const below = y < centre.y ? -37 : 30;
  return (
    <g>
      <Shape relation={relation} x={x} y={y} />
      <text x={x} y={y + below} textAnchor="middle" fill="#0b0c0c" fontWeight="bold">
        {shortened(name)}
      </text>
      <text x={x} y={y + below + 17} textAnchor="middle" fill="#0b0c0c">
        {relations[relation]}
      </text>
    </g>
  );
}

function Shape({ relation, x, y }: { relation: Relation; x: number; y: number }) {
  const circle = circleOf[relation];
  const fill = colors[circle];
  if (circle === "family") return <circle cx={x} cy={y} r="13" fill={fill} />;
  if (circle === "school") return <rect x={x - 12} y={y - 12} width="24" height="24" fill={fill} />;
  if (circle === "professional")
    return (
      <rect
        x={x - 11}
        y={y - 11}
        width="22"
        height="22"
        fill={fill}
        transform={`rotate(45 ${x} ${y})`}
      />
    );
  return <circle cx={x} cy={y} r="11" fill="#ffffff" stroke={fill} strokeWidth="5" />;
}

const mostLetters = 20;
const shortened = (name: string) =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1).trimEnd()}…` : name;
