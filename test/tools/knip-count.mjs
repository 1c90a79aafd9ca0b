// Reporter for knip, beside the one that lists what it found: how much it looked at. knip itself says nothing when all is well.

// biome-ignore lint/style/noDefaultExport: knip takes reporters by their default export only
export default function reportCount({ counters }) {
  console.log(`looked at ${String(counters.processed)} files`)
}
