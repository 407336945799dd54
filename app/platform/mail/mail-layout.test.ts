import { expect, test } from "vitest";
import { mailLayout } from "./mail-layout.server";

const attack = `<img src=x onerror=alert(1)>"'&`;

test("whatever is typed into a name stays text in a mail", () => {
  const { html, text } = mailLayout({
    language: "vi",
    heading: attack,
    paragraphs: [attack],
    action: { label: attack, url: `https://lensan.test/?a="><b>` },
    footer: attack,
  });
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<b>");
  expect(text).toContain(attack);
});

test("the text part says all that the HTML part says, with the address written out", () => {
  const { html, text } = mailLayout({
    language: "en",
    heading: "Certificate returned",
    paragraphs: ["Two fields need your attention.", "Nothing else changes."],
    action: { label: "Open the certificate", url: "https://lensan.test/giay-chung-nhan/1" },
    footer: "Lên Sàn",
  });
  const words = [
    "Certificate returned",
    "Two fields need your attention.",
    "Nothing else changes.",
    "Open the certificate",
  ];
  for (const word of [...words, "https://lensan.test/giay-chung-nhan/1", "Lên Sàn"]) {
    expect(text).toContain(word);
    expect(html).toContain(word);
  }
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en">/);
});
