"""What several help pages have in common, in Chinese and English."""

COMMON = (
    """  --lang zh|en        界面语言,默认 zh
  --help              显示本说明""",
    """  --lang zh|en        language of labels, default zh
  --help              show this page""",
)

EXIT = (
    """退出状态:0 正常;1 已完成,但有不一致、错误或警告;2 无法完成,原因见标准错误输出。""",
    """Exit status: 0 fine; 1 done, with findings, errors or warnings; 2 could not do it, the reason is on stderr.""",
)

LAYOUT = (
    """  --columns 列=列名,… 列名特殊时指明各列,如 任务=工作内容,进展=推进情况
  --areas 甲区,乙区   分解表中各地区的名称,从左到右
  --layout FILE       写有以上两项的版式文件;命令行上写的优先""",
    """  --columns FIELD=TITLE,…  the titles of columns where they are unusual: 任务=工作内容,进展=推进情况
  --areas A,B         the areas of an allocation table, from left to right
  --layout FILE       a file with either of these; what the command line says comes first""",
)
