# A real terminal (tmux), driven key by key. No sleeps: a test waits until a text is on the screen.

function Test-Tmux {
    [bool] (Get-Command tmux -CommandType Application -ErrorAction Ignore)
}

# Runs a script in a pwsh of its own that has the terminal to itself.
function Start-Terminal([Parameter(Mandatory)] [string] $File, [int] $Width = 80, [int] $Height = 24) {
    $socket = Join-Path ([IO.Path]::GetTempPath()) "bedrockps-$([guid]::NewGuid().ToString('N').Substring(0, 12))"
    $command = "'$([Environment]::ProcessPath)' -NoProfile -NoLogo -File '$File'"
    $null = & tmux -u -S $socket -f /dev/null new-session -d -x $Width -y $Height $command
    & tmux -u -S $socket set-option -g remain-on-exit on
    [pscustomobject] @{ Socket = $socket }
}

function Stop-Terminal($Terminal) {
    if ($Terminal) {
        $null = & tmux -u -S $Terminal.Socket kill-server 2>&1
        Remove-Item -LiteralPath $Terminal.Socket -Force -ErrorAction Ignore
    }
}

# Keys by tmux's names, such as Enter, C-c, M-Enter.
function Send-Key([Parameter(Mandatory)] $Terminal, [Parameter(Mandatory)] [string[]] $Key) {
    & tmux -u -S $Terminal.Socket send-keys $Key
}

function Send-Text([Parameter(Mandatory)] $Terminal, [Parameter(Mandatory)] [string] $Text) {
    & tmux -u -S $Terminal.Socket send-keys -l $Text
}

# As a terminal pastes: with the marks that the program has asked for.
function Send-Paste([Parameter(Mandatory)] $Terminal, [Parameter(Mandatory)] [string] $Text) {
    & tmux -u -S $Terminal.Socket set-buffer $Text
    & tmux -u -S $Terminal.Socket paste-buffer -p
}

function Get-Screen([Parameter(Mandatory)] $Terminal) {
    (& tmux -u -S $Terminal.Socket capture-pane -p) -join "`n"
}

# Waits until a pattern is on the screen, and returns the screen.
function Wait-Screen([Parameter(Mandatory)] $Terminal, [Parameter(Mandatory)] [string] $Pattern) {
    $until = [datetime]::UtcNow.AddSeconds(60)
    do {
        $screen = Get-Screen $Terminal
        if ($screen -match $Pattern) {
            return $screen
        }
    } while ([datetime]::UtcNow -lt $until)

    throw "'$Pattern' did not come to the screen, which shows:`n$screen"
}

Export-ModuleMember -Function *
