BeforeAll {
    Import-Module $PSScriptRoot/TestKit.psm1 -Force
    Import-StagedModule
}

Describe 'Export-BRUsageReport' {
    BeforeEach {
        $log = "$TestDrive/usage-2026-11.jsonl"
        Set-Content $log @'
{"time":"2026-11-02T10:00:00Z","modelId":"maker.<b>one","cost":1.5,"currency":"USD","inputTokens":1000,"outputTokens":10,"latencyMs":800}
{"time":"2026-11-04T10:00:00Z","modelId":"maker.two","cost":0.25,"currency":"USD","inputTokens":500,"outputTokens":20,"latencyMs":90}
{"time":"2026-11-04T11:00:00Z","modelId":"maker.two","cost":0,"error":"ThrottlingException"}
{"time":"2026-11-04T12:00:00Z","modelId":"maker.three","unknown":"no price","inputTokens":1,"outputTokens":1}
'@
        $file = Export-BRUsageReport "$TestDrive/report.html" -Path $log -Title 'Our <November>'
        $html = Get-Content $file -Raw
    }

    It 'writes one file that needs no other' {
        $file | Should -BeOfType System.IO.FileInfo
        $html | Should -Not -Match '(src|href)='
        $html | Should -Not -Match 'https?://'
        ([xml] ($html -replace '<!doctype html>' -replace '<meta[^>]*>')).html.body.section.Count | Should -BeGreaterThan 3
    }

    It 'shows cost, tokens, latency and errors, every day between the first and the last' {
        $html | Should -Match '\$1\.75 \+ unknown'
        $html | Should -Match 'Nov 3'
        $html | Should -Match 'ThrottlingException'
        $html | Should -Match 'cost of 1 call is unknown'
        $html | Should -Match 'Nov 2, maker\.&lt;b&gt;one: \$1\.50'
    }

    It 'sums the models up, with the share of each, and names no kind of tokens that there was not' {
        $page = [xml] ($html -replace '<!doctype html>' -replace '<meta[^>]*>')
        $table = ($page.html.body.section | Where-Object h2 -EQ 'Models').table

        $table.tbody.tr.ForEach{ $_.td[0] } | Should -Be 'maker.<b>one', 'maker.two', 'maker.three'
        $table.tbody.tr.ForEach{ $_.td[-1] -replace '\s' } | Should -Be '85.7%', '14.3%', '0%'
        $table.tfoot.tr.td[0..4] | Should -Be 'All', '4', '1', '1,501', '31'
        $html | Should -Match '>Answered</span>'
        $html | Should -Not -Match '(Read from|Written to|From) (the )?cache'
    }

    It 'writes names as text, never as markup' {
        $html | Should -Match 'Our &lt;November&gt;'
        $html | Should -Not -Match '<b>one'
    }

    It 'is about the session without a path, also where there was no call' {
        Clear-BRUsage
        $file = Export-BRUsageReport "$TestDrive/empty.html"

        Get-Content $file -Raw | Should -Match 'no calls'
    }

    It 'says where it cannot write' {
        Export-BRUsageReport "$log/report.html" -Path $log -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures[0].FullyQualifiedErrorId | Should -BeLike 'UsageLogFailed,*'
    }
}
