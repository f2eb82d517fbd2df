import { exportPurposes, redactionLayers } from "@/lib/panels/minutes/labels";

type Props = { print: string; text: string };

/** For whom a copy is and what is taken out of it: codes in an address, which both kinds of copy read (M-06). */
export function CopyChoices({ print, text }: Props) {
  return (
    <form method="get" action={print}>
      <div className="govuk-form-group">
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
            Who asks for it?
          </legend>
          <div className="govuk-radios govuk-radios--small">
            {Object.entries(exportPurposes).map(([code, label]) => (
              <div key={code} className="govuk-radios__item">
                <input
                  className="govuk-radios__input"
                  id={`for-${code}`}
                  type="radio"
                  name="for"
                  value={code}
                  required
                />
                <label className="govuk-label govuk-radios__label" htmlFor={`for-${code}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="govuk-form-group">
        <fieldset className="govuk-fieldset" aria-describedby="without-hint">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
            What is taken out?
          </legend>
          <div className="govuk-hint" id="without-hint">
            From a copy for the person themselves all three are always taken out.
          </div>
          <div className="govuk-checkboxes govuk-checkboxes--small">
            {Object.entries(redactionLayers).map(([code, label]) => (
              <div key={code} className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  id={`without-${code}`}
                  type="checkbox"
                  name="without"
                  value={code}
                  defaultChecked
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={`without-${code}`}>
                  {label}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="govuk-button-group">
        <button type="submit" className="govuk-button">
          Show a copy to print
        </button>
        <button type="submit" formAction={text} className="govuk-button govuk-button--secondary">
          Download as text
        </button>
      </div>
    </form>
  );
}
