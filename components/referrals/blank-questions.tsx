type Question = { name: string; text: string; options: readonly string[] };

type Props = { title?: string; hint?: string; questions: readonly Question[] };

/** Where a line is not enough. */
const long = new Set([
  ...["whatHappened", "otherExplanation", "needsDetail", "strengths", "proportionality"],
  ...["notToldExplanation", "supportGiven", "spokenToChildAccount", "spokenToParentsAccount"],
]);

/** Questions with room to answer them by hand: boxes to tick, a line, or space to write. */
export function BlankQuestions({ title, hint, questions }: Props) {
  return (
    <section>
      {title && <h2 className="govuk-heading-m">{title}</h2>}
      {hint && <p className="govuk-body text-secondary">{hint}</p>}
      <dl>
        {questions.map(({ name, text, options }) => (
          <div key={name} className="mb-4 break-inside-avoid">
            <dt className="govuk-label govuk-!-font-weight-bold">{text}</dt>
            <dd className="m-0">
              {options.length > 0 ? (
                <ul className="govuk-list m-0">
                  {options.map((option) => (
                    <li key={option}>☐ {option}</li>
                  ))}
                </ul>
              ) : (
                <div className={`border-b border-border ${long.has(name) ? "h-40" : "h-8"}`} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
