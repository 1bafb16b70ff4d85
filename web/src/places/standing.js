/** How sure a place is: whether resamples find it again, whether chance could make it, who else finds it. */
export function standingText({ standings, standingNote }, id) {
  const standing = standings.get(id);
  if (!standing) return standingNote;
  return [staysText(standing), chanceText(standing), `found by ${standing.votes} of ${standing.voters.length} methods`]
    .filter(Boolean).join("; ") + ".";
}

/** The same in a word or two, for the list. */
export function staysShort({ standings }, id) {
  const standing = standings.get(id);
  if (!standing || standing.stability === null) return "";
  const word = { solid: "Firm", dashed: "Unsure", hidden: "Unsteady" }[standing.drawn];
  return `${word}: stays in ${Math.round(standing.stability * 100)} %`;
}

function staysText({ stays, replicates, sentence }) {
  return replicates ? `Stays in ${stays} of ${replicates} resamples` : sentence;
}

function chanceText({ p_chance: p }) {
  if (p === null) return "";
  return p <= 0.05 ? `chance seldom makes one as large (p ${p})` : `could be chance (p ${p})`;
}
