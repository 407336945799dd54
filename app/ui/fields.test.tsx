import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "./choice-field";
import { ErrorSummary } from "./form";
import { DayField, MoneyField, TextArea, TextField } from "./text-field";

const html = renderToStaticMarkup;

describe("a field", () => {
  it("takes its id from its name, so that an error summary can link to it", () => {
    expect(html(<TextField name="taxCode" label="MST" />)).toMatch(/<label[^>]*for="taxCode".*<input id="taxCode"/);
  });

  it.each([
    ["text field", <TextField key="a" name="f" label="L" hint="H" errors={["E"]} />],
    ["text area", <TextArea key="b" name="f" label="L" hint="H" errors={["E"]} />],
    ["select", <SelectField key="c" name="f" label="L" hint="H" errors={["E"]} options={[]} />],
    ["day field", <DayField key="d" name="f" label="L" hint="H" errors={["E"]} />],
    ["money field", <MoneyField key="e" name="f" label="L" hint="H" errors={["E"]} />],
    ["checkbox", <Checkbox key="g" name="f" label="L" hint="H" errors={["E"]} />],
  ])("with hint and error is announced with both, and as invalid: %s", (_name, field) => {
    const markup = html(field);
    expect(markup).toContain('aria-describedby="f-hint f-error"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toMatch(/id="f-hint"[^>]*>H/);
    expect(markup).toMatch(/id="f-error"[^>]*><p>E/);
  });

  it("without hint and error refers to nothing and is not invalid", () => {
    const markup = html(<TextField name="f" label="L" errors={[]} />);
    expect(markup).not.toContain("aria-describedby");
    expect(markup).not.toContain("aria-invalid");
  });

  it("keeps what was typed", () => {
    expect(html(<TextField name="f" label="L" defaultValue="<b>" />)).toContain('value="&lt;b&gt;"');
    expect(html(<TextArea name="f" label="L" defaultValue="<b>" />)).toContain("&lt;b&gt;</textarea>");
  });
});

describe("a group of choices", () => {
  const choices = [
    { value: "a", label: "A" },
    { value: "b", label: "B", hint: "about B" },
  ];

  it("gives its own id to the first choice, so that an error's link lands on something operable", () => {
    const markup = html(<RadioGroup name="size" label="L" choices={choices} errors={["E"]} />);
    expect(markup).toContain('<input id="size" type="radio"');
    expect(markup).toContain('<input id="size-2" type="radio"');
    expect(markup).toContain('aria-describedby="size-2-about"');
  });

  it("of radio buttons says itself that it is invalid", () => {
    const markup = html(<RadioGroup name="size" label="L" choices={choices} errors={["E"]} />);
    expect(markup).toMatch(/<fieldset[^>]*aria-describedby="size-error"[^>]*role="radiogroup"[^>]*aria-invalid="true"/);
  });

  it("of checkboxes checks exactly the chosen ones", () => {
    const markup = html(<CheckboxGroup name="covers" label="L" choices={choices} defaultValues={["b"]} />);
    expect(markup.match(/checked=""/g)).toHaveLength(1);
    expect(markup).toMatch(/value="b"[^>]*checked|checked=""[^>]*value="b"/);
  });
});

describe("an error summary", () => {
  it("is absent when there is nothing to correct", () => {
    expect(html(<ErrorSummary title="T" errors={[]} />)).toBe("");
  });

  it("links each error to its field and takes the focus when the page comes back", () => {
    const markup = html(<ErrorSummary title="T" errors={[{ href: "#f", text: "E" }]} />);
    expect(markup).toContain('<a href="#f">E</a>');
    expect(markup).toMatch(/role="alert"[^>]*tabindex="-1"/i);
    expect(markup).toMatch(/autofocus=""/i);
  });
});
