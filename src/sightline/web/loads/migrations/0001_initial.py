"""The first tables of loads: jobs, and comparisons of two loads."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Compared',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(max_length=40)),
                ('after', models.CharField(max_length=40)),
                ('lists', models.JSONField(default=list)),
                ('only_before', models.JSONField(default=list)),
                ('only_after', models.JSONField(default=list)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('before', 'after'), name='loads_compared_once')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('what', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('queued', 'waiting'), ('running', 'running'), ('done', 'done'), ('failed', 'failed'), ('stopped', 'stopped')], default='queued', max_length=10)),
                ('by', models.CharField(max_length=200)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('lease', models.CharField(blank=True, max_length=32)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('result', models.JSONField(default=dict)),
                ('problem', models.TextField(blank=True)),
                ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='following', to='loads.job')),
            ],
            options={
                'ordering': ['-made_at', '-id'],
                'indexes': [models.Index(fields=['state', 'made_at'], name='loads_job_waiting')],
            },
        ),
    ]
