#!/bin/sh
# The sample reviewed in the window by keyboard, as an ordinary user, and the memo handed in. Run by proof.py.
set -eu
cd "$HOME"
cp "$1"/*.txt agreement.txt
export DISPLAY=:97 XDG_RUNTIME_DIR="$HOME/.run"
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
Xvfb :97 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
# The window says when it is there; nothing waits for a time alone.
wait_for() { n=0; until eval "$1"; do n=$((n + 1)); [ $n -lt 300 ] || { echo "waited in vain for: $1"; exit 1; }; sleep 0.1; done; }
wait_for 'xdotool getdisplaygeometry >/dev/null 2>&1'
carveout "$HOME/agreement.txt" >window.log 2>&1 &
window=$!
wait_for 'ls ./*.carveout >/dev/null 2>&1'
wait_for 'xdotool search --onlyvisible --name Carveout >/dev/null 2>&1'
sleep 4
import -window root opened.png
echo "window opened on the sample: $(xdotool search --onlyvisible --name Carveout getwindowname | head -1)"
matter=$(ls ./*.carveout)
id=$(xdotool search --onlyvisible --name Carveout | head -1)
xdotool windowfocus "$id"
sleep 0.5
xdotool key Escape j
sleep 0.5
xdotool key n
sleep 1.5
xdotool type --delay 20 "Ask the seller for a schedule of exceptions."
sleep 0.5
import -window root noting.png
xdotool key ctrl+Return
sleep 2
import -window root noted.png
xdotool key ctrl+q
wait_for '! kill -0 $window 2>/dev/null'
echo "window closed; it said: $(wc -c <window.log) bytes"
carveout audit "$matter" >audit.txt
echo "audit: $(tail -1 audit.txt)"
grep -c "" audit.txt | sed 's/^/lines of the audit: /'
carveout memo "$matter" -o memo.pdf >/dev/null
echo "memo: $(pdfinfo memo.pdf | grep Pages | tr -s ' '), the note in it: $(pdftotext memo.pdf - | tr '\n' ' ' | grep -c 'Ask the seller for a schedule' || true)"
carveout export "$matter" -o agreement.docx --paper agreement >/dev/null
carveout export "$matter" -o issues.xlsx >/dev/null
echo "for Word and Excel: $(unzip -p agreement.docx word/comments.xml | grep -c 'Ask the seller') comment, $(unzip -p issues.xlsx xl/sharedStrings.xml | grep -c 'Ask the seller') row"
carveout inspect agreement.txt | head -1
kill $screen
