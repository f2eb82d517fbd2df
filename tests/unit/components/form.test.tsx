import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { z } from "zod";

import { Button, LinkButton } from "@/components/form/button";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { ErrorSummary } from "@/components/form/error-summary";
import { FileField } from "@/components/form/file-field";
import { FormProvider } from "@/components/form/form-context";
import { ErrorMessage, Fieldset, Hint, Label, type Size } from "@/components/form/parts";
import { PasswordField } from "@/components/form/password-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { WornRoleProvider } from "@/components/form/worn-role";
import type { FormErrors, FormValues } from "@/lib/form-state";

import { type Asked, markup, official } from "./markup";

type Filled = { values?: FormValues; errors?: FormErrors; children: ReactNode };

/** A form as it stands after an action gave these values and errors back. */
function Form({ values = {}, errors = {}, children }: Filled) {
  const form = useActionForm(z.object({}), async (state) => state, values);
  return <FormProvider form={{ ...form, errors }}>{children}</FormProvider>;
}

const nameOf = ({ id, idPrefix, name }: Asked) => idPrefix ?? id ?? name ?? "none";
const sizeOf = (classes = "") => /--(s|m|l|xl)$/.exec(classes)?.[1] as Size | undefined;
const variantOf = (classes = "") =>
  /--(secondary|warning|inverse)/.exec(classes)?.[1] as "secondary" | "warning" | "inverse";

/** A field's name, question and hint, from what an example asks for. */
const field = (asked: Asked) => ({
  name: nameOf(asked),
  label: asked.label?.text,
  labelSize: sizeOf(asked.label?.classes),
  isPageHeading: asked.label?.isPageHeading,
  hint: asked.hint?.text,
});

/** The same for a group of boxes. */
const group = (asked: Asked) => ({
  name: nameOf(asked),
  legend: asked.fieldset?.legend.text,
  legendSize: sizeOf(asked.fieldset?.legend.classes),
  isPageHeading: asked.fieldset?.legend.isPageHeading,
  hint: asked.hint?.text ?? null,
  small: asked.classes?.includes("--small"),
  lastAfterOr: asked.items?.some(({ divider }) => divider),
  options: (asked.items ?? [])
    .filter(({ divider }) => !divider)
    .map(({ value, text = "", hint }) => ({ value: String(value), label: text, hint: hint?.text })),
});

const ours: Record<string, (asked: Asked) => ReactNode> = {
  label: ({ text, classes, isPageHeading }) => (
    <Label htmlFor="" size={sizeOf(classes)} isPageHeading={isPageHeading}>
      {text}
    </Label>
  ),
  hint: ({ text }) => <Hint>{text}</Hint>,
  "error-message": ({ text }) => <ErrorMessage>{text}</ErrorMessage>,
  fieldset: ({ legend }) => (
    <Fieldset
      legend={legend?.text}
      size={sizeOf(legend?.classes)}
      isPageHeading={legend?.isPageHeading}
    />
  ),
  button: ({ text, href, classes }) =>
    href ? (
      <LinkButton href={href}>{text}</LinkButton>
    ) : (
      <Button variant={variantOf(classes)}>{text}</Button>
    ),
  input: (asked) => (
    <TextField
      {...field(asked)}
      width={Number(/width-(\d+)/.exec(asked.classes ?? "")?.[1] ?? 0) as 2}
      prefix={asked.prefix?.text}
      suffix={asked.suffix?.text}
    />
  ),
  textarea: (asked) => <TextAreaField {...field(asked)} />,
  "character-count": (asked) => <TextAreaField {...field(asked)} maxLength={asked.maxlength} />,
  select: (asked) => (
    <SelectField {...field(asked)} {...group(asked)} {...field(asked)} prompt={null} />
  ),
  "file-upload": (asked) => <FileField {...field(asked)} />,
  "password-input": (asked) => <PasswordField {...field(asked)} />,
  radios: (asked) => <RadioField {...group(asked)} inline={asked.classes?.includes("--inline")} />,
  checkboxes: (asked) => <CheckboxField {...group(asked)} />,
  "date-input": (asked) => <DateField {...group(asked)} />,
};

const examples = {
  label: ["default", "with bold text", "styled as large text", "as page heading l"],
  hint: ["default"],
  "error-message": ["default"],
  fieldset: ["default", "styled as medium text", "as page heading l"],
  button: ["default", "secondary", "warning", "inverse", "link"],
  input: [
    "default",
    "with hint text",
    "with error message",
    "with width-2 class",
    "with width-20 class",
    "with prefix and suffix",
    "with prefix and suffix and error",
    "with label as page heading",
  ],
  textarea: ["default", "with hint", "with error message", "with label as page heading"],
  "character-count": ["default", "with hint", "with hint and error"],
  select: ["hint", "error", "with hint text and error message"],
  "file-upload": ["default", "with hint text", "with error message and hint"],
  "password-input": ["default", "with hint text", "with error message"],
  radios: ["default", "with hint", "with a divider", "with fieldset and error message"],
  checkboxes: [
    "default",
    "with hint",
    "small",
    "with divider and None",
    "with legend as a page heading",
    "with error message",
  ],
  "date-input": ["default", "with values", "with error message and hint"],
};

const all = Object.entries(examples).flatMap(([component, names]) =>
  names.map((name) => [component, name] as const),
);

test.for(all)("%s, %s: is the official markup", ([component, example]) => {
  const { options, html } = official(component, example);
  const { day, month, year } = options.values ?? {};
  const chosen = options.items?.find(({ checked }) => checked)?.value;
  const answer = day ? `${day}/${month}/${year}` : chosen;
  const values: FormValues = answer ? { [nameOf(options)]: String(answer) } : {};
  const errors: FormErrors = options.errorMessage
    ? { [nameOf(options)]: [options.errorMessage.text] }
    : {};

  const printed = renderToStaticMarkup(
    <Form values={values} errors={errors}>
      {ours[component]?.(options)}
    </Form>,
  );

  expect(withoutNames(printed)).toEqual(withoutNames(html));
});

/** Their examples give a field's id and its name apart; here the id is the name. */
const withoutNames = (html: string) =>
  markup(html).map((token) => token.replace(/ (name="[^"]*"|for="")/g, ""));

test("the error summary is the official markup", () => {
  const errors = {
    "example-error-1": ["The date your passport was issued must be in the past"],
    "example-error-2": ["Enter a postcode, like AA1 1AA"],
  };

  const html = renderToStaticMarkup(<ErrorSummary errors={errors} />);

  expect(markup(html)).toEqual(markup(official("error-summary", "default").html));
});

test("an error about the whole form has no field to lead to", () => {
  const html = renderToStaticMarkup(
    <ErrorSummary errors={{ form: ["The panel is not quorate"] }} />,
  );

  expect(html).toContain("The panel is not quorate");
  expect(html).not.toContain("href");
});

test("what was typed comes back, right or wrong", () => {
  const values = {
    dob: "31//1980",
    who: "Sam",
    why: "Because",
    led: "p",
    ticked: ["b"],
    agreed: "yes",
  };

  const html = renderToStaticMarkup(
    <Form values={values}>
      <DateField name="dob" legend="Born" />
      <TextField name="who" label="Who" />
      <TextAreaField name="why" label="Why" />
      <SelectField name="led" label="Led by" options={{ c: "Council", p: "Police" }} />
      <CheckboxField name="ticked" legend="Which" options={{ a: "A", b: "B" }} />
      <CheckboxField name="agreed" label="Agreed" />
    </Form>,
  );

  const tokens = markup(html);
  const about = (id: string) => tokens.find((token) => token.includes(` id="${id}"`));
  expect(about("dob-day")).toContain('value="31"');
  expect(about("dob-month")).not.toContain("value=");
  expect(about("dob-year")).toContain('value="1980"');
  expect(about("who")).toContain('value="Sam"');
  expect(tokens).toContain("“Because”");
  expect(tokens).toContain('<option selected="" value="p">');
  expect(about("ticked")).not.toContain("checked");
  expect(about("ticked-2")).toContain("checked");
  expect(about("agreed")).toContain("checked");
});

test("a password never comes back", () => {
  const html = renderToStaticMarkup(
    <Form values={{ secret: "hunter2" }}>
      <PasswordField name="secret" label="Password" />
    </Form>,
  );

  expect(html).not.toContain("hunter2");
});

test("a day that was stored fills the three boxes", () => {
  const html = renderToStaticMarkup(
    <Form values={{ day: "2026-03-07" }}>
      <DateField name="day" legend="Day" />
    </Form>,
  );

  expect(html.match(/value="[^"]*"/g)).toEqual(['value="7"', 'value="3"', 'value="2026"']);
});

test("an error that names one box marks that box alone", () => {
  const errors = { day: ["Date of the concern must include a year"] };

  const html = renderToStaticMarkup(
    <Form errors={errors}>
      <DateField name="day" legend="Day" />
    </Form>,
  );

  const marked = markup(html).filter((token) => token.includes("govuk-input--error"));
  expect(marked).toHaveLength(1);
  expect(marked[0]).toContain('id="day-year"');
});

test("without script a conditional question is there, for the styles to hide only where a script can show it", () => {
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: "B", conditional: <TextField name="more" label="More" /> },
  ];
  const shown = (values: FormValues) =>
    renderToStaticMarkup(
      <Form values={values}>
        <RadioField name="which" legend="Which" options={options} />
      </Form>,
    );

  expect(shown({})).toContain("govuk-radios__conditional--hidden");
  expect(shown({})).toContain('name="more"');
  expect(shown({ which: "b" })).not.toContain("govuk-radios__conditional--hidden");
});

test("nothing ticked is an answer: the group sends its name even so", () => {
  const html = renderToStaticMarkup(
    <Form>
      <CheckboxField name="which" legend="Which" options={{ a: "A" }} />
    </Form>,
  );

  expect(html).toContain('<input type="hidden" name="which[]" value=""/>');
});

function KeptKey() {
  const { key } = useActionForm(z.object({}), async (state) => state);
  return <i>{key}</i>;
}

test("a form sends along the role that its page was opened in", () => {
  const inRole = <WornRoleProvider hatId="a-role">{<KeptKey />}</WornRoleProvider>;

  expect(renderToStaticMarkup(inRole)).toMatch(/^<i>a-role\.[0-9a-f-]{36}<\/i>$/);
  expect(renderToStaticMarkup(<KeptKey />)).toMatch(/^<i>[0-9a-f-]{36}<\/i>$/);
});
