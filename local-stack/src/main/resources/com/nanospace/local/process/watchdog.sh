# Ctrl-C and a closed terminal reach this shell as well; it goes when its pipe goes.
trap '' HUP INT TERM
pids=''

while read -r verb pid; do
  case $verb in
    add) pids="$pids $pid" ;;
    remove)
      others=''
      for p in $pids; do [ "$p" = "$pid" ] || others="$others $p"; done
      pids=$others
      ;;
  esac
done

any_left() {
  for p in $pids; do kill -0 "$p" && return 0; done
  return 1
}

for p in $pids; do kill -TERM "$p"; done
half_seconds=0
while any_left; do
  if [ $half_seconds -ge 12 ]; then
    for p in $pids; do kill -KILL "$p"; done
    break
  fi
  half_seconds=$((half_seconds + 1))
  sleep 0.5 || sleep 1
done
