/** How this page may be handled. Printed on every sheet. */
export function MarkingBanner() {
  return <p className="app-marking">OFFICIAL-SENSITIVE</p>;
}
