import type { Day } from "~/platform/day";

// The 63 provinces a birth could be registered in before the mergers of 2025; numbers issued then stay as they are.
const birthProvinces = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 " +
    "048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
  ).split(" "),
);
const shape = /^(?<place>\d{3})(?<centuryAndSex>[0-3])(?<year>\d{2})\d{6}$/;

/**
 * Whether twelve digits can be a số định danh cá nhân: a known place of birth (or, from 100 on, a country), a sex and century
 * digit of 1900–2099 and, when today is given, a year of birth that is not in the future. The number has no check digit.
 */
export function isPersonalNumber(value: string, today?: Day): boolean {
  const { place = "", centuryAndSex = "", year = "" } = shape.exec(value)?.groups ?? {};
  if (place < "100" && !birthProvinces.has(place)) return false;
  const birthYear = 1900 + 100 * Math.floor(Number(centuryAndSex) / 2) + Number(year);
  return today === undefined || birthYear <= Number(today.slice(0, 4));
}

/** The number as lists show it: the first and last three digits. Anything of another length is hidden whole. */
export function maskPersonalNumber(value: string): string {
  return value.length === 12 ? `${value.slice(0, 3)}••••••${value.slice(-3)}` : "•".repeat(value.length);
}

/** A tax code as lists show it: masked when it is someone's personal number, as it is when it belongs to a legal entity. */
export function maskTaxCode(value: string): string {
  return /^\d{12}$/.test(value) ? maskPersonalNumber(value) : value;
}
