/** A place's hours without their figures, `Friday and Saturday 21:00 to 01:00`; blank where none stand out. */
export function hoursOf({ band, words: text }) {
  return band ? text.split(": ")[0] : "";
}
