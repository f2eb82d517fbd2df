/** How far something has got, of a hundred; or that it goes on, where nobody can say how far. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  return (
    <div className="govuk-form-group" role="status">
      <label className="govuk-label">
        {label}
        {value !== null && ` (${value}%)`}
        <progress className="block w-full" max={100} {...(value !== null && { value })} />
      </label>
    </div>
  );
}
