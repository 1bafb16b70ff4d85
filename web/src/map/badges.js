/** What stands for a place, from large to small, in pixels from its middle to its edge: its number, or a dot. */
const SIZES = [{ radius: 12, isDot: false }, { radius: 5, isDot: true }];

/** Between two of them, in pixels. */
const APART = 1;

/**
 * Keeps the places' numbers clear of each other: the selected place has the first right to its spot, then the higher rank; one
 * whose spot is taken yields to a dot, and where there is no room even for that, to its outline alone.
 */
export function makeRoom(map, badges) {
  const taken = [];
  for (const badge of badges.toSorted((one, other) => isSelected(other) - isSelected(one))) {
    const { classList } = badge.getElement();
    const at = map.latLngToLayerPoint(badge.getLatLng());
    const isFree = ({ radius }) => taken.every((other) => at.distanceTo(other.at) >= radius + other.radius + APART);
    const size = isSeen(badge) ? SIZES.find(isFree) : null;
    if (size) taken.push({ at, radius: size.radius });
    classList.toggle("dot", size?.isDot ?? false);
    classList.toggle("covered", !size);
  }
}

const isSelected = (badge) => badge.getElement().classList.contains("selected");

/** An unsteady place is drawn only while it is selected. */
const isSeen = (badge) => isSelected(badge) || !badge.getElement().classList.contains("unsteady");
