const modes = {
  demonstration: {
    tag: "Demonstration",
    text: "Everybody and everything here is invented. Do not enter anything about a real person.",
  },
  training: {
    tag: "Training",
    text: "This is for practice. Nothing you do here reaches anybody.",
  },
};

/** Says plainly that this is not the real thing. */
export function ModeStrip({ mode }: { mode: keyof typeof modes }) {
  return (
    <div className="govuk-phase-banner govuk-width-container">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">{modes[mode].tag}</strong>
        <span className="govuk-phase-banner__text">{modes[mode].text}</span>
      </p>
    </div>
  );
}
