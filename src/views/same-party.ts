/**
 * Are two party ids the same organisation, or a parent and its own unit?
 *
 * The tables below belong to the rule of scoring and stay small on purpose: a score must not rise because a register grew.
 */

import { partyIdOf } from "../model/id.ts";

/** Compares party ids as two hands may have written them. `aliases`: further writings that one text allows. */
export type SameParty = (
  one: string | undefined,
  other: string | undefined,
  aliases?: Readonly<Record<string, string>>,
) => boolean;

/** Unit → parent. */
const parents: Readonly<Record<string, string>> = {
  aws: "amazon",
  "annapurna-labs": "amazon",
  azure: "microsoft",
  github: "microsoft",
  linkedin: "microsoft",
  "google-cloud": "google",
  deepmind: "google",
  waymo: "google",
  google: "alphabet",
  instagram: "meta",
  whatsapp: "meta",
  oci: "oracle",
  core42: "g42",
  "red-hat": "ibm",
  vmware: "broadcom",
};

/** Other writings of an id. */
const writings: Readonly<Record<string, string>> = {
  "amazon-web-services": "aws",
  "amazon-com": "amazon",
  "microsoft-azure": "azure",
  "google-deepmind": "deepmind",
  "google-cloud-platform": "google-cloud",
  gcp: "google-cloud",
  "oracle-cloud-infrastructure": "oci",
  "oracle-cloud": "oci",
  "advanced-micro-devices": "amd",
  "meta-platforms": "meta",
  facebook: "meta",
  "mistral-ai": "mistral",
  "x-ai": "xai",
  "softbank-group": "softbank",
  "core-weave": "coreweave",
  "cerebras-systems": "cerebras",
  "nebius-group": "nebius",
  "lambda-labs": "lambda",
  "crusoe-energy": "crusoe",
  "open-ai": "openai",
  "taiwan-semiconductor": "tsmc",
  "jp-morgan": "jpmorgan",
  "jpmorgan-chase": "jpmorgan",
  "goldman-sachs-group": "goldman-sachs",
  "dell-technologies": "dell",
  "stargate-project": "stargate",
  "capital-one-financial": "capital-one",
  "cisco-systems": "cisco",
  "hugging-face-inc": "hugging-face",
};

/** Whether two ids name one organisation, or a unit and its own parent. */
export const sameParty: SameParty = (one, other, aliases = {}) => {
  if (!one || !other) return false;
  const [left, right] = [idOf(one, aliases), idOf(other, aliases)];
  return left !== "" && right !== "" && (isUnder(left, right) || isUnder(right, left));
};

function idOf(written: string, aliases: Readonly<Record<string, string>>): string {
  const id: string = partyIdOf(written);
  const meant = aliases[id] ?? id;
  return writings[meant] ?? meant;
}

function isUnder(unit: string, whole: string): boolean {
  for (let at: string | undefined = unit; at !== undefined; at = parents[at]) if (at === whole) return true;
  return false;
}
