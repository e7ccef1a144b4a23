"""Counters of what people get wrong: of fields and codes, nothing about anybody."""

from __future__ import annotations


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('models_ui', '0009_what_was_taken_out'),
    ]

    operations = [
        migrations.CreateModel(
            name='Misstep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('form', models.CharField(blank=True, max_length=50)),
                ('place', models.CharField(max_length=300)),
                ('code', models.CharField(max_length=60)),
                ('count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'form', 'place', 'code'), name='misstep_once_a_day')],
            },
        ),
    ]
