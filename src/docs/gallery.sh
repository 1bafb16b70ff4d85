#!/bin/sh
# Makes the sheets of gallery.md from the pictures that GalleryTest takes; needs ImageMagick and the font DejaVu Sans. From the project's folder:
#   mvn -B test -Dtest=GalleryTest && sh src/docs/gallery.sh
set -eu
pictures=target/pictures
sheets=src/docs/gallery
rows=$(mktemp -d)
trap 'rm -rf "$rows"' EXIT
mkdir -p "$sheets"

# row NAME PERCENT PICTURE...: the pictures beside each other under their name
row() {
  name=$1 percent=$2
  shift 2
  for picture in "$@"; do
    set -- "$@" "$pictures/$picture.png"
    shift
  done
  convert "$@" -crop x1700+0+0 +repage -background '#888' -gravity north +smush 16 -resize "$percent%" -gravity northwest \
    -background "#444" -fill white -font DejaVu-Sans -pointsize 16 -splice 0x24 -annotate +6+3 "$name" "$rows/$name.png"
}

# sheet FILE PERCENT STATE...: each state wide, middle and on a phone
sheet() {
  file=$1 percent=$2
  shift 2
  for state in "$@"; do row "$state" "$percent" "$state-wide" "$state-middle" "$state-phone"; done
  join "$file" "$@"
}

# join FILE ROW...: rows below each other, in no more colours than they need, so that the repository stays small
join() {
  file=$1
  case $file in maps | dark | eyes) colours=256 ;; *) colours=96 ;; esac
  shift
  for name in "$@"; do
    set -- "$@" "$rows/$name.png"
    shift
  done
  convert "$@" -background '#888' -append +dither -colors "$colours" -strip "PNG8:$sheets/$file.png"
}

sheet lists 45 places-planner places-team places-analyst why
sheet waiting 45 loading asking slow held
sheet nothing 45 chance nothing-matches empty failed
sheet maps 40 map-density map-cells drawn lost-tiles
sheet dark 45 dark dark-map
sheet kept 45 shortlist views search days-and-hours
sheet tabs 36 times data imports team-cards
sheet about 36 about about-backtest chance-repeats
row drawing 60 drawing-wide
join drawing drawing
# The map alone, as usual eyes, three kinds of the colour-blind and a grey print have it
for eyes in density-light density-dark cells-light cells-dark; do
  set --
  for vision in none protanopia deuteranopia tritanopia achromatopsia; do set -- "$@" "$pictures/eyes-$vision-$eyes.png"; done
  convert "$@" -crop 397x563+306+205 +repage -background '#888' +smush 8 -resize 60% "$rows/$eyes.png"
done
join eyes density-light density-dark cells-light cells-dark
